package dev.sealpost.crm;

/**
 * A place in a CRM's list: a cursor, the number of a page or a link, as the CRM gave it. It may hold anything, so it is never printed.
 *
 * @param text null for the beginning
 */
record Place(String text) {

    static final int LONGEST = 4096;
    static final Place BEGINNING = new Place(null);

    boolean isBeginning() {
        return text == null;
    }

    @Override
    public String toString() {
        return isBeginning() ? "Place[beginning]" : "Place[…]";
    }
}
