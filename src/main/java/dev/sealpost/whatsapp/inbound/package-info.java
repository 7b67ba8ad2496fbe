/**
 * What people write: taken in once, its author one subject, their stops recorded and their service window opened in the same
 * transaction; then handed to the flows that want it, once each. What no flow wants is not kept.
 */
package dev.sealpost.whatsapp.inbound;
