create table journal_entry (
  seq bigint not null auto_increment primary key,
  id ${id} not null,
  occurred bigint not null,
  kind ${code} not null,
  label ${text} not null,
  corrects ${id},
  proof ${text} not null,
  author varchar(200) not null,
  unique (id)
);
create table posting (
  entry ${id} not null,
  line int not null,
  book ${book} not null,
  currency ${code} not null,
  amount decimal(38,6) not null,
  occurred bigint not null,
  primary key (entry, line)
);
create table balance (
  book ${book} not null,
  currency ${code} not null,
  amount decimal(38,6) not null,
  primary key (book, currency)
);
create table reversal (
  entry ${id} not null primary key,
  reversed_by ${id} not null,
  occurred bigint not null
);
create table hold (
  id ${id} not null primary key,
  book ${book} not null,
  currency ${code} not null,
  amount decimal(38,6) not null,
  expires bigint not null,
  state ${code} not null
);
create table meter (
  id ${id} not null primary key,
  driver varchar(100) not null,
  address varchar(250) not null,
  commodity ${code} not null,
  register_digits int not null,
  max_power varchar(60) not null,
  multipliers ${text} not null,
  settings ${text} not null,
  registered bigint not null,
  removed bigint
);
create table meter_head (
  meter ${id} not null primary key,
  register ${id} not null,
  known_to bigint not null,
  reading decimal(38,12)
);
create table reading (
  meter ${id} not null,
  register ${id} not null,
  occurred bigint not null,
  revision int not null,
  reading decimal(38,12) not null,
  source varchar(200) not null,
  received bigint not null,
  primary key (meter, register, occurred, revision)
);
create table profile_day (
  meter ${id} not null,
  register ${id} not null,
  starts bigint not null,
  revision int not null,
  minutes int not null,
  readings ${text} not null,
  source varchar(200) not null,
  received bigint not null,
  primary key (meter, register, starts, revision)
);
create table quarantine (
  id bigint not null auto_increment primary key,
  meter ${id} not null,
  content ${text} not null,
  why ${text} not null,
  received bigint not null,
  state ${code} not null,
  decided_by varchar(200) not null
);
create table meter_memory (
  meter ${id} not null,
  name ${id} not null,
  content ${text} not null,
  primary key (meter, name)
);
create table meter_secret (
  meter ${id} not null primary key,
  hash varchar(500) not null
);
create table meter_order (
  seq bigint not null auto_increment primary key,
  id ${id} not null,
  meter ${id} not null,
  kind ${code} not null,
  argument varchar(500) not null,
  intent bigint not null,
  priority int not null,
  state ${code} not null,
  attempts int not null,
  placed bigint not null,
  expires bigint not null,
  due bigint not null,
  detail ${text} not null,
  author varchar(200) not null,
  unique (id)
);
create table customer (
  id ${id} not null primary key,
  name varchar(120) not null,
  phone varchar(60) not null,
  language varchar(40) not null
);
create table service_point (
  id ${id} not null primary key,
  address varchar(500) not null,
  latitude varchar(40) not null,
  longitude varchar(40) not null,
  zone varchar(60) not null
);
create table meter_link (
  meter ${id} not null,
  starts bigint not null,
  account ${id} not null,
  ends bigint,
  primary key (meter, starts)
);
create table notice (
  id bigint not null auto_increment primary key,
  account ${id} not null,
  topic varchar(60) not null,
  crossing varchar(160) not null,
  content ${text} not null,
  occurred bigint not null,
  state ${code} not null,
  delivered bigint,
  detail ${text} not null,
  unique (account, topic, crossing)
);
create table staff (
  name varchar(120) not null primary key,
  role ${code} not null,
  must_change smallint not null,
  created bigint not null,
  hash varchar(500) not null
);
create table staff_session (
  token_hash varchar(160) not null primary key,
  staff varchar(120) not null,
  expires bigint not null
);
create table audit (
  id bigint not null auto_increment primary key,
  occurred bigint not null,
  author varchar(200) not null,
  deed varchar(120) not null,
  subject varchar(250) not null,
  detail ${text} not null
);
create table pack (
  name ${code} not null primary key
);
create table pack_version (
  pack ${code} not null,
  ordinal int not null,
  kind ${code} not null,
  title varchar(250) not null,
  digest ${id} not null,
  effective bigint not null,
  author varchar(200) not null,
  primary key (pack, ordinal)
);
create table pack_file (
  digest ${id} not null,
  path varchar(200) not null,
  pack ${code} not null,
  content ${text} not null,
  primary key (digest, path)
);
create table account (
  id ${id} not null primary key,
  customer ${id} not null,
  service_point ${id} not null,
  meter ${id} not null,
  mode ${code} not null,
  tariff ${code} not null,
  policy ${code} not null,
  currency ${code} not null,
  zone varchar(60) not null,
  opened bigint not null,
  closed bigint
);
create table desk (
  account ${id} not null primary key,
  wanted ${code} not null,
  intent bigint not null,
  found ${code},
  since bigint not null,
  why ${text} not null,
  found_at bigint,
  emergency ${code} not null,
  levels ${text} not null,
  grace_until bigint,
  held smallint not null,
  next_midnight bigint not null,
  version bigint not null
);
create table checkpoint (
  account ${id} not null,
  starts bigint not null,
  ends bigint not null,
  state ${text} not null,
  primary key (account, starts)
);
create table protection (
  account ${id} not null,
  id ${id} not null,
  kind ${code} not null,
  reason ${text} not null,
  starts bigint not null,
  ends bigint,
  primary key (account, id)
);
create table brake (
  id int not null primary key,
  stopped smallint not null,
  reason ${text} not null,
  author varchar(200) not null,
  since bigint not null,
  cuts int not null,
  limit_per_hour int not null,
  held int not null
);
create table supply_cut (
  id bigint not null auto_increment primary key,
  account ${id} not null,
  occurred bigint not null
);
create table alert (
  id bigint not null auto_increment primary key,
  severity ${code} not null,
  code ${id} not null,
  subject varchar(250) not null,
  content ${text} not null,
  occurred bigint not null,
  times int not null,
  cleared bigint,
  acknowledged_by varchar(200)
);
create table outbox (
  id bigint not null auto_increment primary key,
  ordinal bigint,
  topic varchar(60) not null,
  subject varchar(160) not null,
  payload ${text} not null,
  occurred bigint not null,
  done smallint not null
);
create table counter (
  name ${code} not null primary key,
  latest bigint not null
);
