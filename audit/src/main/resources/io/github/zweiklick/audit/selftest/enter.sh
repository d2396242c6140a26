#!/bin/sh
# Run inside fresh network and mount namespaces: sets them up, then becomes the command given.
set -e
ip link set lo up
# WebKit thinks itself offline, and WebRTC asks no STUN server, while there is no default route. This one leads nowhere:
# the other end of the pair is in this namespace as well, and nobody forwards.
ip link add zk0 type veth peer name zk1
ip addr add 10.99.0.1/24 dev zk0
ip link set zk0 up
ip link set zk1 up
ip route add default via 10.99.0.2
files=$(mktemp -d)
mount -t tmpfs none "$files"
printf 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n' > "$files/resolv.conf"
printf 'hosts: files dns\n' > "$files/nsswitch.conf"
printf '127.0.0.1 localhost %s\n' "$(uname -n)" > "$files/hosts"
mount --bind "$files/resolv.conf" /etc/resolv.conf
mount --bind "$files/hosts" /etc/hosts
if [ -e /etc/nsswitch.conf ]; then
    # Only the line for hosts is replaced: users and groups are looked up as before.
    grep -v '^hosts:' /etc/nsswitch.conf >> "$files/nsswitch.conf" || true
    mount --bind "$files/nsswitch.conf" /etc/nsswitch.conf
fi
umount -l "$files"
rmdir "$files"
exec "$@"
