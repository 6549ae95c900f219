#!/usr/bin/env bash
# Runs the example against its fake CRM, on a free port, and looks at what came of it.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
exec 3< <(exec python3 "$here/crm.py" 0)
trap 'kill $!' EXIT
read -r ACME_BASE_URL <&3
export ACME_BASE_URL ACME_API_KEY=demo

text=$("$here/../../scripts/prospect-run" --quiet --sandbox --provider acme "$here/won_deals.lua")
printf '%s\n' "$text"
[[ $(grep -c 'Companies in' <<<"$text") -eq 3 && $(grep -c ' won$' <<<"$text") -eq 1 ]]
