package dev.sealpost.cli.consents;

/**
 * Why a row was not recorded.
 *
 * @param column empty if it is about the whole row
 * @param reason starts with a stable word; never what is in the cell
 */
record RowFault(String column, String reason) {}
