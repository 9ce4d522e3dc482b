#!/usr/bin/env bash
# Starts a gateway for tests on the loopback: one monitor, one store in memory, one gateway. Everything is lost at the stop.
# usage: start.sh FOLDER PORT     FOLDER as given to fetch.sh; the monitor takes the port after PORT
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(cd "${1:?usage: start.sh FOLDER PORT}" && pwd)
port=${2:?usage: start.sh FOLDER PORT}
monitor=$((port + 1))
# shellcheck source-path=SCRIPTDIR source=environment.sh
source "$here/environment.sh" "$folder"

run=$folder/run
"$here/stop.sh" "$folder"
if curl -s -o /dev/null "http://127.0.0.1:$port/"; then
  echo "something else answers on port $port; choose another" >&2
  exit 1
fi
# shellcheck disable=SC2317 # the trap calls it
stop_unless_complete() { # half a gateway is of no use to anybody
  [ -n "${complete:-}" ] || "$here/stop.sh" "$folder"
}
trap stop_unless_complete EXIT
rm -rf "$run"
mkdir -p "$run"/{monitor,store,gateway,sockets,log}

cluster=$(cat /proc/sys/kernel/random/uuid)
cat >"$run/ceph.conf" <<CONFIGURATION
[global]
fsid = $cluster
mon_host = [v1:127.0.0.1:$monitor]
ms_bind_msgr2 = false
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_pool_default_pgp_num = 4
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
osd_crush_update_on_start = false
osd_class_update_on_start = false
mon_allow_pool_size_one = true
plugin_dir = $libraries/ceph
erasure_code_dir = $libraries/ceph/erasure-code
osd_class_dir = $libraries/rados-classes
run_dir = $run/sockets
admin_socket = $run/sockets/\$name.\$pid.asok
crash_dir = $run/log
log_file = $run/log/\$name.log
mon_cluster_log_file = $run/log/cluster.log
mon_data = $run/monitor
osd_data = $run/store
osd_objectstore = memstore
memstore_device_bytes = 1073741824

[client.rgw.a]
# Without tcp_nodelay every answer waits 40 ms for the client's acknowledgement of its first half.
rgw_frontends = beast endpoint=127.0.0.1:$port tcp_nodelay=1
rgw_data = $run/gateway
keyring = /dev/null
rgw_enable_apis = s3, admin, sts, iam
rgw_s3_auth_use_sts = true
rgw_sts_key = only-for-a-test-
CONFIGURATION

start() { # NAME COMMAND...: in the background, its process id in NAME.process
  local name=$1
  shift
  "$@" >"$run/log/$name.out" 2>&1 &
  echo $! >"$run/$name.process"
}

quietly() { # what is said of a step matters only when it fails
  local said
  said=$("$@" 2>&1) || {
    printf '%s\n' "$said" >&2
    echo "failed: $*; see $run/log" >&2
    exit 1
  }
}

configured=(-c "$run/ceph.conf")
ceph=(timeout 30 /usr/bin/python3 "$root/usr/bin/ceph" "${configured[@]}")

quietly "$root/usr/bin/monmaptool" --create --clobber --fsid "$cluster" --addv a "[v1:127.0.0.1:$monitor]" "$run/monitors"
quietly "$root/usr/bin/ceph-mon" "${configured[@]}" --mkfs -i a --monmap "$run/monitors"
start monitor "$root/usr/bin/ceph-mon" "${configured[@]}" -i a -f

store=$(cat /proc/sys/kernel/random/uuid)
quietly "${ceph[@]}" osd new "$store"
quietly "$root/usr/bin/ceph-osd" "${configured[@]}" -i 0 --mkfs --osd-uuid "$store"
start store "$root/usr/bin/ceph-osd" "${configured[@]}" -i 0 -f
quietly "${ceph[@]}" osd crush add osd.0 1.0 root=default host=here

# The tests make everybody else. This one may do anything whatever a policy says, so that it can take any policy away again.
quietly timeout 60 "$root/usr/bin/radosgw-admin" "${configured[@]}" -n client.rgw.a user create --admin \
  --uid=admin --display-name=admin --access-key=admin --secret-key=admin-of-a-test \
  --caps='users=*;roles=*;user-policy=*'

start gateway "$root/usr/bin/radosgw" "${configured[@]}" -n client.rgw.a -f
for _ in $(seq 60); do
  if curl -s -o /dev/null "http://127.0.0.1:$port/"; then
    complete=yes
    echo "http://127.0.0.1:$port"
    exit 0
  fi
  sleep 0.5
done
echo "the gateway does not answer; see $run/log" >&2
exit 1
