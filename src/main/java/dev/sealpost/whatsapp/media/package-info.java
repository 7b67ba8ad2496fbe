/**
 * Files of the business that messages show: uploaded once a sender, found again by their content, uploaded anew before Meta forgets
 * them. They are the same for everybody and hold no personal data.
 */
package dev.sealpost.whatsapp.media;
