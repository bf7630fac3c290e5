create table if not exists clave_entry (
  entry_key  bytea  not null primary key check (octet_length(entry_key) = 16),
  version    bigint not null,
  keep_until bigint not null,
  content    bytea  not null check (octet_length(content) <= 2000)
);
create index if not exists clave_entry_keep_until on clave_entry (keep_until);
