#!/bin/sh
# An authority of this trial's own, and a certificate of the provider by it.
set -eu
cd /certificates
[ -s provider.crt ] && exit 0
openssl req -x509 -newkey rsa:2048 -nodes -days 365 -keyout ca.key -out ca.crt -subj '/CN=Vanguard hub trial'
openssl req -newkey rsa:2048 -nodes -keyout provider.key -out provider.csr -subj '/CN=provider'
printf 'subjectAltName=DNS:provider' > names
openssl x509 -req -in provider.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 365 -out provider.crt -extfile names
chmod 644 provider.key
