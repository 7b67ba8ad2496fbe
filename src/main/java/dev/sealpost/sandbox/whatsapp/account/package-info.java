/** The sandbox's WhatsApp business accounts: their numbers, who may act for them, and what state the numbers are in. */
package dev.sealpost.sandbox.whatsapp.account;
