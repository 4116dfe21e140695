/** Words that look like jobs and are ways to be, or roles that everybody has. */
export const notJobs: ReadonlySet<string> = new Set(
  "person woman man girl boy kid child baby mother father mum dad parent daughter son sister brother friend mate wife husband partner ex lover victim survivor patient user addict alcoholic drinker smoker fighter winner loser leader lover liar visitor neighbour stranger guest member witness child teenager adult widow bit lot mess wreck joke wee lad lass prisoner owner reader listener talker thinker writer believer sinner saint".split(
    " ",
  ),
);
/** First words of jobs of two words. */
export const jobStarts: ReadonlySet<string> = new Set(
  "teaching classroom care support bus taxi lorry van delivery shop sales bar kitchen school hospital hotel office housekeeping nursery dinner lollipop factory warehouse night security dental veterinary beauty cleaning home health social youth community student trainee apprentice call post fork-lift forklift hgv legal personal childcare retail".split(
    " ",
  ),
);
/** Last words of jobs. */
export const jobEnds: ReadonlySet<string> = new Set(
  "assistant worker driver carer cleaner cook chef nurse midwife teacher tutor lecturer manager supervisor officer clerk cashier hairdresser barber beautician childminder nanny cleaner housekeeper receptionist secretary administrator accountant bookkeeper solicitor barrister paralegal journalist writer artist musician singer actor dancer photographer designer engineer mechanic electrician plumber builder joiner carpenter painter decorator plasterer bricklayer labourer welder fitter farmer gardener florist baker butcher fishmonger waitress waiter barmaid barman bartender barista publican landlady shopkeeper postwoman postman postie soldier sailor pilot firefighter paramedic policewoman policeman librarian caretaker porter warden packer picker machinist seamstress dressmaker tailor cobbler pharmacist dentist optician physiotherapist radiographer veterinarian vet scientist researcher translator interpreter programmer developer analyst consultant counsellor therapist psychologist doctor surgeon priest vicar nun lifeguard instructor coach trainer apprentice trainee attendant operative operator technician stewardess steward adviser advisor coordinator director headteacher".split(
    " ",
  ),
);
/** Words after "as a" or "a" that end or colour a job. */
export const jobAdjectives: ReadonlySet<string> = new Set(
  "retired former trainee student part-time full-time qualified junior senior head assistant newly self-employed freelance agency bank night live-in primary secondary".split(
    " ",
  ),
);
