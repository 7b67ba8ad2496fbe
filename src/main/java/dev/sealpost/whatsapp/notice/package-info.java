/**
 * What webhooks say, as types: every shape that the hub acts on, read as leniently as Meta may change them. Nothing in here prints what
 * it holds.
 */
package dev.sealpost.whatsapp.notice;
