/** Words that place somebody in a group: religion, origin, sexuality, disability, travelling people. */
export const groups: ReadonlySet<string> = new Set(
  "catholic protestant christian muslim jewish hindu sikh buddhist orthodox quaker mormon evangelical jehovah's methodist presbyterian baptist pentecostal anglican sunni shia romany roma gypsy traveller travellers pavee black asian african caribbean bangladeshi pakistani indian punjabi bengali somali eritrean sudanese nigerian ghanaian jamaican trinidadian kurdish afghan syrian iranian iraqi turkish polish romanian bulgarian lithuanian latvian albanian ukrainian russian chinese vietnamese filipina filipino thai brazilian colombian portuguese spanish italian greek moldovan hungarian czech slovak slovakian kosovan tamil gujarati sinhalese arab arabic urdu farsi dari pashto tigrinya yoruba igbo twi polish-speaking gay lesbian bisexual trans transgender nonbinary non-binary queer deaf blind autistic aspergers wheelchair refugee asylum mixed-race biracial dual-heritage".split(
    " ",
  ),
);
/** Words of `groups` that mean something else without a capital. */
export const groupsNeedCapital: ReadonlySet<string> = new Set(
  "black deaf blind orthodox turkish thai polish chinese traveller travellers african asian indian gypsy refugee asylum wheelchair quaker italian greek spanish russian".split(
    " ",
  ),
);
/** "black coffee", "blind spot": what follows says that no person is meant. */
export const groupStops: ReadonlySet<string> = new Set(
  "coffee tea eye eyes bag bags bin bins hair cat dress coat shirt shoes jeans spot panic hole market takeaway food bread restaurant bath ink pen mark marks box hat magic mood ice friday death".split(
    " ",
  ),
);
