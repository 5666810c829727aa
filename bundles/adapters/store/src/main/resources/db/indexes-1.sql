create index posting_book on posting (book, occurred);
create index journal_entry_occurred on journal_entry (occurred);
create index hold_book on hold (book, state);
create index meter_address on meter (driver, address);
create index meter_order_due on meter_order (state, due);
create index meter_order_meter on meter_order (meter, kind, state);
create index meter_link_account on meter_link (account);
create index staff_session_staff on staff_session (staff);
create index account_meter on account (meter);
create index desk_midnight on desk (next_midnight);
create index supply_cut_occurred on supply_cut (occurred);
create index alert_open on alert (code, subject);
create index outbox_ordinal on outbox (ordinal);
create index outbox_topic on outbox (topic, done, ordinal);
insert into counter (name, latest) values ('outbox', 0);
insert into brake (id, stopped, reason, author, since, cuts, limit_per_hour, held)
  values (1, 0, '', '', 0, 0, 60, 0);
