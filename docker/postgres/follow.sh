#!/bin/sh
# A replica: copies the database the first time, and follows it from then on.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  PGPASSWORD="$HUB_DATABASE_PASSWORD" pg_basebackup -h database -U replica -D "$PGDATA" -X stream -S replica -R
fi
exec postgres -c hot_standby=on -c hot_standby_feedback=on -c max_standby_streaming_delay=5s
