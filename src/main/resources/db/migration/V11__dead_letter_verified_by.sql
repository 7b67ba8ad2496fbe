-- Whose signature of the event the hub found good when it came in: a retry is spared the check of that signer's only.
ALTER TABLE dead_letter ADD COLUMN verified_by text;
