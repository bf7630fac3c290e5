create table if not exists clave_entry (
  entry_key  binary(16)      not null primary key,
  version    bigint          not null,
  keep_until bigint          not null,
  content    varbinary(2000) not null
) engine = InnoDB;
create index if not exists clave_entry_keep_until on clave_entry (keep_until);
