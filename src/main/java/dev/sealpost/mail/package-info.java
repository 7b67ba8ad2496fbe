/**
 * Turns a mail as the world sends them into an event, or says why not. Only mails of allow-listed senders that nothing speaks against
 * become events; reading is bounded in size, parts, depth and lines, and a reason never quotes the mail.
 */
@ApplicationModule(allowedDependencies = {"message"})
package dev.sealpost.mail;

import org.springframework.modulith.ApplicationModule;
