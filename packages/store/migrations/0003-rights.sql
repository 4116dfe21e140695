set role ownwords_owner;
set search_path = ownwords;

grant usage on schema ownwords to ownwords_intake, ownwords_staff, ownwords_redaction, ownwords_stage;
revoke all on all functions in schema ownwords from public;
grant execute on function today(), apply(jsonb, bytea[]), lock_story(text)
  to ownwords_intake, ownwords_staff, ownwords_redaction, ownwords_stage;
grant select on directory, redactor_key, day to ownwords_intake, ownwords_staff, ownwords_redaction, ownwords_stage;

-- Intake: the author side only. Alone it may link account and story. It sees no staff table and no grant but hers.
grant execute on function enter_as_author(text, text, text, text, integer), save_draft(text, jsonb, bytea) to ownwords_intake;
grant select, insert, update on account to ownwords_intake;
grant select on account_story, story, text_version, key_grant, cut, permission, statement, ledger_entry to ownwords_intake;
grant select, insert, delete on author_session, challenge to ownwords_intake;

-- Staff: the desk's and the library's grants, through row security. No account, no author's session.
grant execute on function enter_as_staff(text, text, text, text, integer) to ownwords_staff;
grant select on story, text_version, key_grant, cut, permission, statement, ledger_entry, circle_secret to ownwords_staff;
grant select, insert, delete on staff_session, challenge to ownwords_staff;
grant insert on circle_secret to ownwords_staff;
grant execute on function add_directory(integer, jsonb, jsonb) to ownwords_staff;

-- Redaction: what is sent or being redacted, and the grant to itself.
grant execute on function enter_as_worker(uuid), extend_lease(text, integer, double precision) to ownwords_redaction;
grant select on story, text_version, key_grant, statement to ownwords_redaction;
grant insert on redactor_key to ownwords_redaction;

-- Stage: moves stories on, and never reads a ciphertext or a key.
grant execute on function enter_as_worker(uuid) to ownwords_stage;
grant select (id, work_id, seq, stage, since) on story to ownwords_stage;
grant select (id, story_id, stage, since, ends_on) on permission to ownwords_stage;
grant select on claim_lease to ownwords_stage;
grant select on author_session, staff_session, challenge to ownwords_stage;
grant delete on author_session, staff_session, challenge to ownwords_stage;

alter table story enable row level security;
alter table text_version enable row level security;
alter table key_grant enable row level security;
alter table statement enable row level security;

create policy everything on story for select to ownwords_intake, ownwords_stage using (true);
create policy no_drafts on story for select to ownwords_staff using (stage <> 'draft');
create policy waiting on story for select to ownwords_redaction using (stage in ('sent','redacting'));

create policy everything on statement for select to ownwords_intake, ownwords_staff using (true);

-- That she sent what waits: the redaction worker opens nothing that she did not sign for.
create policy waiting on statement for select to ownwords_redaction using (
  type = 'sent' and exists (select from story s where s.id = statement.story_id and s.stage in ('sent','redacting')));

create policy hers on key_grant for select to ownwords_intake using (recipient = 'author');
create policy redactors on key_grant for select to ownwords_redaction using (
  recipient = 'redactor' and exists (
    select from story s where s.id = key_grant.story_id and s.stage in ('sent','redacting') and s.text = key_grant.text));
-- A story that is leaving is locked at once. The last lock of a release can be read only while its permission is open.
create policy desk_and_library on key_grant for select to ownwords_staff using (
  exists (select from story s where s.id = key_grant.story_id and s.stage not in ('draft','leaving','erased')
    and (recipient = 'support'
      or (recipient = 'circle' and exists (
        select from permission p where p.id = key_grant.permission_id
          and ((lock = 'outer' and p.stage = 'in-check') or (lock = 'inner' and p.stage = 'open'
            and s.holds = '[]' and p.ends_on >= (select max(date) from day)
            and not exists (select from jsonb_array_elements(s.pauses) pause
              where coalesce(pause->>'target', p.id) in (p.id, p.cut_id)))))))));

create policy hers on text_version for select to ownwords_intake using (true);
create policy waiting on text_version for select to ownwords_redaction using (
  exists (select from story s where s.id = text_version.story_id and s.stage in ('sent','redacting') and s.text = digest));
create policy granted on text_version for select to ownwords_staff using (
  exists (select from key_grant g where g.text = digest));
reset role;
