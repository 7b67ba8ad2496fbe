package dev.sealpost.sandbox.mail;

/** A mail as the journal has it. Prints none of it. */
record KeptMail(String folder, KeptFlags flags, long receivedAt, byte[] content) {

    KeptMail with(KeptFlags others) {
        return new KeptMail(folder, others, receivedAt, content);
    }

    @Override
    public String toString() {
        return "KeptMail[" + content.length + " bytes]";
    }
}
