/**
 * What Meta says about the senders' numbers and tokens, and what follows: a sender whose messages are kept in another region than is
 * wanted, or whose token is no good, does not send. Nothing is failed for it. Tokens may be kept sealed.
 */
package dev.sealpost.whatsapp.account;
