"""What the database keeps of referrals between agencies: consent first, one way on."""

from typing import Final

# Locks the person and the consent, so that neither ends while something is sent.
CONSENT_COVERS: Final = """
    IF NEW.state NOT IN ('sent', 'accepted')
        OR (TG_OP = 'UPDATE' AND NEW.state = OLD.state)
    THEN RETURN NEW;
    END IF;
    PERFORM 1 FROM victims_victim WHERE id = NEW.victim_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM victims_suspensionorder AS suspension
        WHERE suspension.victim_id = NEW.victim_id AND suspension.voided_at IS NULL
          AND (suspension.lifted_on IS NULL OR suspension.lifted_on
            > (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date)
    ) THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'sending_file_is_open',
        MESSAGE = 'access to the file is suspended';
    END IF;
    PERFORM 1 FROM victims_consent AS consent
    WHERE consent.id = NEW.consent_id
      AND consent.victim_id = NEW.victim_id
      AND consent.organisation_id = NEW.organisation_id
      AND consent.purpose = 'referral' AND consent.voided_at IS NULL
      AND (consent.withdrawn_on IS NULL OR consent.withdrawn_on
        > (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date)
      AND (consent.valid_until IS NULL OR consent.valid_until
        >= (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date)
    FOR SHARE;
    IF NOT FOUND THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'sending_consent_covers',
        MESSAGE = 'no consent in force covers this referral';
    END IF;
    RETURN NEW;
"""

STATE_FOLLOWS: Final = """
    IF (OLD.state, NEW.state) NOT IN (
        ('sent', 'accepted'), ('sent', 'declined'), ('sent', 'revoked'),
        ('accepted', 'done'), ('accepted', 'revoked')
    ) AND NEW.state <> OLD.state
        AND NEW.state IN ('sent', 'accepted', 'declined', 'done', 'revoked')
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'sending_state_follows',
        MESSAGE = 'this state does not follow on that one';
    END IF;
    RETURN NEW;
"""
