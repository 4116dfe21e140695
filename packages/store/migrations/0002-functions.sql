-- In front of every search path of a function that runs with its owner's rights, temporary tables come last: nobody can
-- put a temporary table of his own in the place of a real one.
set role ownwords_owner;
set search_path = ownwords;

-- Today, as the service counts. A clock that jumps forwards counts once, one that jumps back counts nothing.
create function today() returns day
language plpgsql security definer set search_path = ownwords, pg_temp as $$
declare last day; clock date := (now() at time zone 'utc')::date;
begin
  select * into last from day order by n desc limit 1;
  if last.n is null or last.date < clock then
    insert into day (n, date) values (coalesce(last.n, 0) + 1, clock) on conflict do nothing;
    select * into last from day order by n desc limit 1;
  end if;
  return last;
end $$;

-- The state that `decide` takes, wordless, and the public keys that statements are checked with.
create function story_state(sid text, with_drafts boolean default true) returns jsonb
language sql stable security definer set search_path = ownwords, pg_temp as $$
  select jsonb_build_object(
    'work', s.work_id,
    'keys', jsonb_build_object(
      'verify', s.verify_key,
      'sealing', s.sealing_key,
      'cuts', coalesce((select jsonb_object_agg(c.id, c.verify_key) from cut c where c.story_id = sid), '{}')),
    'state', jsonb_build_object(
      'id', s.id, 'seq', s.seq, 'head', s.head, 'anchor', s.anchor, 'stage', s.stage, 'before', s.before,
      'since', s.since, 'text', s.text, 'checked', s.checked, 'decided', s.decided, 'claim', s.claim,
      'attempts', s.attempts, 'recused', s.recused, 'pauses', s.pauses, 'holds', s.holds,
      'leaseOver', not exists (select from claim_lease l where l.story_id = sid and l.until > clock_timestamp()),
      'cuts', coalesce((select jsonb_object_agg(c.id, jsonb_build_object(
          'stage', c.stage, 'digest', c.digest, 'card', c.card, 'parent', c.parent, 'checkedBy', c.checked_by,
          'agreed', c.agreed, 'checked', c.checked)) from cut c where c.story_id = sid), '{}'),
      'permissions', coalesce((select jsonb_object_agg(p.id, jsonb_build_object(
          'cut', p.cut_id, 'circle', p.circle, 'epoch', p.epoch, 'stage', p.stage, 'since', p.since,
          'endsOn', p.ends_on, 'until', p.until, 'copies', p.copies, 'first', p.first, 'second', p.second, 'approval', p.approval,
          'release', p.release)) from permission p where p.story_id = sid), '{}'),
      'texts', coalesce((select jsonb_agg(jsonb_build_object('digest', t.digest, 'kind', t.kind))
          from text_version t where t.story_id = sid and (with_drafts or t.kind <> 'draft')), '[]'),
      'grants', coalesce((select jsonb_agg(jsonb_build_object(
          'text', g.text, 'to', g.recipient, 'lock', g.lock, 'permission', g.permission_id))
          from key_grant g join text_version t on t.digest = g.text
          where g.story_id = sid and (with_drafts or t.kind <> 'draft')), '[]')))
  from story s where s.id = sid
$$;

-- What every request starts from: who is signed in (if a token came), the story (if one was named), the day, the directory.
-- A statement that was applied before is found here, so that the retry of a lost answer is answered the same.
create function past_answer(sid text, said text) returns jsonb
language sql stable security definer set search_path = ownwords, pg_temp as $$
  select jsonb_build_object('outcome', 'repeated', 'seq', seq, 'head', head, 'day', day)
  from ledger_entry where statement = said and story_id = sid
$$;

create function enter_as_author(token text, sid text, cid text, said text, minutes integer) returns jsonb
language plpgsql security definer set search_path = ownwords, pg_temp as $$
declare who text; t day := today();
begin
  update author_session set expires = clock_timestamp() + make_interval(mins => minutes)
    where token_hash = token and expires > clock_timestamp() returning account into who;
  return jsonb_build_object(
    'who', who,
    'today', jsonb_build_object('n', t.n, 'date', t.date),
    'serial', (select max(serial) from directory),
    'story', case when who is not null then
      (select story_state(a.story_id) || jsonb_build_object('past', past_answer(a.story_id, said))
        from account_story a where a.account = who
          and a.story_id = coalesce(sid, (select c.story_id from cut c where c.id = cid))) end);
end $$;

-- For the desk and the library, who name a story, or a cut without knowing of which story it is.
create function enter_as_staff(token text, sid text, cid text, said text, minutes integer) returns jsonb
language plpgsql security definer set search_path = ownwords, pg_temp as $$
declare who text; t day := today();
begin
  update staff_session set expires = clock_timestamp() + make_interval(mins => minutes)
    where token_hash = token and expires > clock_timestamp() returning staff into who;
  return jsonb_build_object(
    'who', who,
    'today', jsonb_build_object('n', t.n, 'date', t.date),
    'serial', (select max(serial) from directory),
    'story', case when who is not null then
      (select story_state(s.id, false) || jsonb_build_object('past', past_answer(s.id, said)) from story s
        where s.id = coalesce(sid, (select c.story_id from cut c where c.id = cid)) and s.stage <> 'draft') end);
end $$;

-- For the workers, who know a story by its work id alone. The redaction worker sees only what waits for it.
create function enter_as_worker(work uuid) returns jsonb
language plpgsql security definer set search_path = ownwords, pg_temp as $$
declare t day := today();
begin
  return jsonb_build_object(
    'who', session_user,
    'today', jsonb_build_object('n', t.n, 'date', t.date),
    'serial', (select max(serial) from directory),
    'story', (select story_state(s.id) from story s where s.work_id = work
      and (session_user <> 'ownwords_redaction' or s.stage in ('sent','redacting'))));
end $$;

-- Holds a story still while somebody decides: for an action that lost several races.
create function lock_story(sid text) returns void
language sql security definer set search_path = ownwords, pg_temp as $$
  select from story where id = sid for update
$$;

create function assert_allowed(m text, was text, becomes text) returns void
language plpgsql stable security definer set search_path = ownwords, pg_temp as $$
begin
  if not exists (select from allowed a
      where a.machine = m and a.from_state = was and a.to_state = becomes and a.db_role = session_user) then
    raise exception 'move-not-allowed' using errcode = '42501', detail = m || ': ' || was || ' to ' || becomes;
  end if;
end $$;

-- Writes what `decide` decided: one story, one transaction, one ledger entry. Compare-and-set on `seq`.
--   returns {"outcome":"done"|"repeated", seq, head, day} or {"outcome":"stale"}: somebody was faster, decide again.
-- In front of TypeScript that is wrong or taken over stands `allowed`: no role moves what the tables do not let it move.
create function apply(act jsonb, blobs bytea[]) returns jsonb
language plpgsql security definer set search_path = ownwords, pg_temp as $$
declare
  new_state jsonb := act->'story';
  sid text := act->'story'->>'id';
  said text := act->'statement'->>'digest';
  cur story; row jsonb; was text; past ledger_entry;
begin
  select * into cur from story where id = sid for update;
  if cur.id is null then return '{"outcome":"stale"}'; end if;
  if said is not null then
    select * into past from ledger_entry where statement = said;
    if past.seq is not null then
      return jsonb_build_object('outcome','repeated','seq',past.seq,'head',past.head,'day',past.day);
    end if;
  end if;
  if cur.seq <> (act->>'expected')::int or (today()).n <> (act->>'today')::int then
    return '{"outcome":"stale"}';
  end if;

  if new_state->>'stage' <> cur.stage or (new_state->>'claim')::int <> cur.claim then
    perform assert_allowed('text', cur.stage,
      case when cur.stage = 'leaving' and new_state->>'stage' = cur.before then 'before' else new_state->>'stage' end);
  end if;
  -- What was paused or held is let go only by whom the table of actions names.
  perform assert_allowed('lifts', gone, 'lifted') from (
    select old->>'reason' as gone from jsonb_array_elements(cur.pauses) old
      where not new_state->'pauses' @> jsonb_build_array(old)
    union select old #>> '{}' from jsonb_array_elements(cur.holds) old where not new_state->'holds' @> jsonb_build_array(old)
  ) missing;
  update story set
    seq = cur.seq + 1, head = new_state->>'head', anchor = new_state->>'anchor', stage = new_state->>'stage',
    before = new_state->>'before', since = (new_state->>'since')::int, text = new_state->>'text',
    checked = nullif(new_state->'checked', 'null'), decided = (new_state->>'decided')::boolean,
    claim = (new_state->>'claim')::int, attempts = (new_state->>'attempts')::int,
    recused = new_state->'recused', pauses = new_state->'pauses', holds = new_state->'holds'
  where id = sid;

  if (new_state->>'claim')::int > cur.claim then
    insert into claim_lease values (sid, clock_timestamp() + make_interval(secs => (act->>'leaseSeconds')::float))
      on conflict (story_id) do update set until = excluded.until;
  elsif new_state->>'stage' <> 'redacting' then
    delete from claim_lease where story_id = sid;
  end if;

  for row in select * from jsonb_array_elements(act->'texts') loop
    perform assert_allowed('carries', row->>'kind', 'text');
    insert into text_version values (row->>'digest', sid, row->>'kind', row->'header', blobs[(row->>'blob')::int]);
  end loop;

  for row in select * from jsonb_array_elements(act->'cuts') loop
    was := null;
    select stage into was from cut where id = row->>'id' and story_id = sid;
    if coalesce(was, 'none') <> row->>'stage' then
      perform assert_allowed('cut', coalesce(was, 'none'), row->>'stage');
    end if;
    if was is null then
      insert into cut values (row->>'id', sid, row->>'verifyKey', row->>'salt', row->>'stage', row->>'digest',
        row->>'card', row->>'parent', row->>'checkedBy', row->>'agreed', row->>'checked');
    else
      update cut set stage = row->>'stage' where id = row->>'id' and story_id = sid;
    end if;
  end loop;

  for row in select * from jsonb_array_elements(act->'permissions') loop
    was := null;
    select stage into was from permission where id = row->>'id' and story_id = sid;
    if coalesce(was, 'none') <> row->>'stage' then
      perform assert_allowed('permission', coalesce(was, 'none'), row->>'stage');
    end if;
    if was is null then
      insert into permission values (row->>'id', sid, row->>'cut', row->>'circle', (row->>'epoch')::int,
        row->>'stage', (row->>'since')::int, (row->>'endsOn')::date, (row->>'until')::date, (row->>'copies')::boolean, row->>'first',
        row->>'second', row->>'approval', nullif(row->'release', 'null'));
    else
      -- How long, and whether copies, is hers to say.
      if session_user <> 'ownwords_intake' and exists (select from permission p where p.id = row->>'id'
          and (p.ends_on, p.copies) is distinct from ((row->>'endsOn')::date, (row->>'copies')::boolean)) then
        raise exception 'move-not-allowed' using errcode = '42501', detail = 'permission: its days or copies';
      end if;
      update permission set stage = row->>'stage', since = (row->>'since')::int, ends_on = (row->>'endsOn')::date,
        until = (row->>'until')::date,
        copies = (row->>'copies')::boolean, second = row->>'second', approval = row->>'approval',
        release = nullif(row->'release', 'null')
      where id = row->>'id' and story_id = sid;
    end if;
  end loop;

  delete from key_grant g using jsonb_to_recordset(act->'dropGrants')
      as d(text text, "to" text, lock text, permission text)
    where g.story_id = sid and g.recipient <> 'author' and g.text = d.text and g.recipient = d."to" and g.lock = d.lock
      and g.permission_id is not distinct from d.permission;
  for row in select * from jsonb_array_elements(act->'grants') loop
    perform assert_allowed('carries', row->>'to', row->>'lock');
    insert into key_grant values (row->>'text', sid, row->>'to', row->>'lock', row->>'permission', row->>'key', row->>'box');
  end loop;
  -- Erased is erased, a draft that was saved this very moment too. Nothing else removes a text.
  if new_state->>'stage' = 'erased' then
    delete from text_version where story_id = sid;
  end if;

  if said is not null then
    insert into statement values (said, sid, act->'statement'->>'type', act->'statement'->>'body',
      array(select jsonb_array_elements_text(act->'statement'->'signatures')));
  end if;
  insert into ledger_entry values (sid, cur.seq + 1, (act->'entry'->>'day')::date, act->'entry'->>'role',
    act->'entry'->>'organisation', act->'entry'->>'kind', said, new_state->>'head');
  return jsonb_build_object('outcome','done','seq',cur.seq + 1,'head',new_state->>'head','day',act->'entry'->>'day');
end $$;

-- Saves her draft in place: no action, no ledger entry. Makes the story when there is none yet.
--   returns "saved", or "stale" when `previous` is not the draft that is there, or "closed" when the story takes none.
create function save_draft(who text, draft jsonb, ciphertext bytea) returns text
language plpgsql security definer set search_path = ownwords, pg_temp as $$
declare sid text := draft->>'story'; cur story; old text; t day := today();
begin
  insert into story (id, verify_key, sealing_key, seq, head, anchor, stage, since, decided, claim, attempts, recused, pauses, holds)
    values (sid, draft->>'verifyKey', draft->>'sealingKey', 0, draft->>'head', draft->>'head', 'draft', t.n, false, 0, 0, '[]', '[]', '[]')
    on conflict (id) do nothing;
  select * into cur from story where id = sid for update;
  insert into account_story values (sid, who, draft->>'salt') on conflict (story_id) do nothing;
  if not exists (select from account_story where story_id = sid and account = who) or cur.stage in ('leaving','erased') then
    return 'closed';
  end if;
  select digest into old from text_version where story_id = sid and kind = 'draft';
  if old = draft->>'digest' then return 'saved'; end if;
  if old is distinct from draft->>'previous' then return 'stale'; end if;
  delete from text_version where digest = old;
  insert into text_version values (draft->>'digest', sid, 'draft', draft->'header', ciphertext);
  insert into key_grant values (draft->>'digest', sid, 'author', 'one', null, null, draft->>'box');
  if cur.stage = 'draft' and cur.since <> t.n then update story set since = t.n where id = sid; end if;
  return 'saved';
end $$;

-- The next directory, and no other: nobody can put one out of the stewards' reach.
create function add_directory(next integer, body jsonb, signatures jsonb) returns boolean
language plpgsql security definer set search_path = ownwords, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7261395);
  if next <> coalesce((select max(serial) from directory), 0) + 1 then return false; end if;
  insert into directory values (next, body, signatures);
  return true;
end $$;

-- A redaction worker that still computes, or gives up, says so.
create function extend_lease(sid text, number integer, seconds double precision) returns boolean
language sql security definer set search_path = ownwords, pg_temp as $$
  update claim_lease l set until = clock_timestamp() + make_interval(secs => seconds)
    from story s where l.story_id = sid and s.id = sid and s.claim = number returning true
$$;
reset role;
