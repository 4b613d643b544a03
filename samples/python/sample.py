"""What posthog for Python does, against Tenrec: only the host is another."""

import os
import sys

from posthog import Posthog

HOST, TOKEN, KEY = (os.environ.get(name) for name in ("TENREC_HOST", "TENREC_TOKEN", "TENREC_KEY"))
ADA = "ada@example.com"
GROUPS = {"company": "analytical-engines"}

if not HOST or not TOKEN:
    sys.exit("Set TENREC_HOST and TENREC_TOKEN to what ./tenrec up prints.")

remote = Posthog(TOKEN, host=HOST)
remote.set(distinct_id=ADA, properties={"name": "Ada", "plan": "pro"})
remote.group_identify("company", GROUPS["company"], {"employees": 12}, distinct_id=ADA)
remote.capture("sample ran", distinct_id=ADA, properties={"from": "python"}, groups=GROUPS)
try:
    {}["category"]
except KeyError as broken:
    remote.capture_exception(broken, distinct_id=ADA, properties={"from": "python"})
reader = {"newsletter": "true"}
print("flags, asked for:", remote.get_all_flags(ADA, person_properties=reader))
remote.shutdown()

if KEY:
    local = Posthog(TOKEN, host=HOST, secret_key=KEY)
    local.load_feature_flags()
    print(
        "flags, evaluated here:",
        local.get_all_flags(ADA, person_properties=reader, only_evaluate_locally=True),
    )
    local.shutdown()
