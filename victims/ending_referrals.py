"""What ends with a consent, or when a file is suspended: referrals sent to agencies.

The rows stand in an app above; the database looks up there, as it does for allowances,
so that no way of writing a consent leaves a receiver with a person's data.
"""

from typing import Final

WITH_THE_CONSENT: Final = """
    UPDATE assistance_sending
    SET state = 'revoked', ended_at = CURRENT_TIMESTAMP, ended_because = 'consent'
    WHERE consent_id = NEW.id AND state IN ('sent', 'accepted')
      AND (NEW.voided_at IS NOT NULL OR NEW.purpose <> 'referral'
        OR NEW.organisation_id IS DISTINCT FROM organisation_id
        OR NEW.withdrawn_on <= (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date);
    RETURN NULL;
"""

WITH_A_SUSPENSION: Final = """
    PERFORM 1 FROM victims_victim WHERE id = NEW.victim_id FOR NO KEY UPDATE;
    UPDATE assistance_sending
    SET state = 'revoked', ended_at = CURRENT_TIMESTAMP, ended_because = 'suspension'
    WHERE victim_id = NEW.victim_id AND state IN ('sent', 'accepted')
      AND NEW.voided_at IS NULL
      AND (NEW.lifted_on IS NULL OR NEW.lifted_on
        > (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date);
    RETURN NULL;
"""
