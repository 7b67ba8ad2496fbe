package dev.sealpost.crm;

import dev.sealpost.message.FieldPath;

/**
 * How a CRM's list goes on.
 *
 * @param next where a page says how it goes on; null if it does not, or if the header {@code Link} does (mode {@code LINK})
 * @param parameter the query parameter that takes the cursor or the number of the page
 * @param firstPage the number of the first page
 * @param sizeParameter the query parameter that takes the page size; empty if there is none
 */
record Paging(Mode mode, FieldPath next, String parameter, int firstPage, String sizeParameter, int size) {

    enum Mode {
        /** Each page names the cursor of the next. */
        CURSOR,
        /** Pages have numbers, and end with an empty one or where the page says that there is no more. */
        PAGE,
        /** Each page names the address of the next: in a field, or in the header {@code Link} (RFC 8288). */
        LINK,
        /** There is one page. */
        NONE
    }

    /** Whether a place in the list means the same later: numbers of pages shift when something is added. */
    boolean placesLast() {
        return mode == Mode.CURSOR || mode == Mode.LINK;
    }
}
