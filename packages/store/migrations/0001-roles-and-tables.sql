-- One database role for each process. They cannot log in until the operator gives them a password (see logins.ts).
-- ownwords_owner owns everything and is never logged in to.
do $$
declare name text;
begin
  foreach name in array array['ownwords_owner','ownwords_intake','ownwords_staff','ownwords_redaction','ownwords_stage'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin', name);
      exception when duplicate_object or unique_violation then null; -- another database of this cluster was as fast
      end;
    end if;
  end loop;
end $$;
grant ownwords_owner to current_user;

create schema ownwords authorization ownwords_owner;
revoke all on schema public from public;
set role ownwords_owner;
set search_path = ownwords;
alter default privileges revoke execute on functions from public;

-- The days that the service has itself recorded. Tests and the demo add rows.
create table day (
  n integer primary key,
  date date not null unique
);

-- Her space. The rows account -> story are readable to the intake role alone: nobody else can link two stories of hers.
create table account (
  verify_key text primary key,
  settings text
);
create unlogged table author_session (
  token_hash text primary key,
  account text not null references account on delete cascade,
  expires timestamptz not null
);

create table story (
  id text primary key,
  work_id uuid not null unique default gen_random_uuid(),
  verify_key text not null,
  sealing_key text not null,
  seq integer not null,
  head text not null,
  anchor text not null,
  stage text not null check (stage in
    ('draft','sent','redacting','needs-person','team-review','author-review','leaving','erased')),
  before text check (before in ('sent','redacting','needs-person','team-review','author-review')),
  since integer not null references day,
  text text,
  checked jsonb,
  decided boolean not null,
  claim integer not null,
  attempts integer not null,
  recused jsonb not null,
  pauses jsonb not null,
  holds jsonb not null,
  check ((stage = 'leaving') = (before is not null))
);
create table account_story (
  story_id text primary key references story,
  account text not null references account,
  salt text not null
);
create index account_story_account on account_story (account);

-- How long a redaction worker may still take. Finer than a day, so it is in no backup and no write-ahead log.
create unlogged table claim_lease (
  story_id text primary key,
  until timestamptz not null
);

create table text_version (
  digest text primary key,
  story_id text not null references story,
  kind text not null check (kind in ('draft','sent','redacted','checked','revised','cut','card')),
  header jsonb not null,
  ciphertext bytea not null,
  unique (digest, story_id)
);
alter table text_version alter column ciphertext set storage external; -- sealed bytes do not compress
create index text_version_story on text_version (story_id);

create table cut (
  id text primary key,
  story_id text not null references story,
  verify_key text not null,
  salt text not null,
  stage text not null check (stage in ('agreed','retired')),
  digest text not null unique,
  card text not null unique,
  parent text not null,
  checked_by text not null,
  agreed text not null,
  checked text not null
);
create index cut_story on cut (story_id);

create table permission (
  id text primary key,
  story_id text not null references story,
  cut_id text not null references cut,
  circle text not null,
  epoch integer not null,
  stage text not null check (stage in
    ('no','not-now','yes-once','holding','in-check','open','returned','withdrawn','lapsed','expired')),
  since integer not null references day,
  ends_on date not null,
  until date,
  copies boolean not null,
  first text,
  second text,
  approval text,
  release jsonb
);
create index permission_story on permission (story_id);
create index permission_open on permission (circle, id) where stage = 'open';
create index permission_live on permission (stage, since) where stage in ('yes-once','holding','in-check','open');

create table key_grant (
  text text not null,
  story_id text not null,
  recipient text not null check (recipient in ('author','redactor','support','circle')),
  lock text not null check (lock in ('one','outer','inner')),
  permission_id text references permission,
  key_id text,
  box text not null,
  check ((recipient = 'circle') = (lock <> 'one')),
  check ((recipient = 'circle') = (permission_id is not null)),
  unique nulls not distinct (text, recipient, lock, permission_id),
  -- A key is for a text of its own story.
  foreign key (text, story_id) references text_version (digest, story_id) on delete cascade
);
create index key_grant_story on key_grant (story_id);
create index key_grant_permission on key_grant (permission_id) where permission_id is not null;

-- Append-only: no service role has UPDATE or DELETE on these two.
create table statement (
  digest text primary key,
  story_id text not null references story,
  type text not null,
  body text not null,
  signatures text[] not null
);
create index statement_story on statement (story_id);
create table ledger_entry (
  story_id text not null references story,
  seq integer not null,
  day date not null,
  role text not null,
  organisation text,
  kind text not null,
  statement text references statement,
  head text not null,
  primary key (story_id, seq)
);
create unique index ledger_entry_statement on ledger_entry (statement) where statement is not null;

create table directory (
  serial integer primary key,
  body jsonb not null,
  signatures jsonb not null
);
create table circle_secret (
  circle text not null,
  epoch integer not null,
  member text not null,
  box text not null,
  primary key (circle, epoch, member)
);
create table redactor_key (
  id text primary key,
  sealing_key text not null unique,
  from_day date not null,
  until_day date not null,
  signature text not null
);

create unlogged table staff_session (
  token_hash text primary key,
  staff text not null,
  expires timestamptz not null
);
create unlogged table challenge (
  challenge text primary key,
  expires timestamptz not null
);

-- What each role may cause: filled from the tables of packages/consent at every migration. `apply` refuses the rest.
create table allowed (
  machine text not null check (machine in ('text','cut','permission','carries','lifts')),
  from_state text not null,
  to_state text not null,
  db_role text not null,
  primary key (machine, from_state, to_state, db_role)
);

create index story_waiting on story (stage, since) where stage in ('draft','sent','redacting','leaving');
create index story_desk on story (since, work_id) where stage in ('team-review','needs-person');
reset role;
