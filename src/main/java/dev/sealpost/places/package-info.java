/**
 * Requests that keep a thread as long as their caller takes have a bounded number of places, of which each caller gets a share, and
 * a caller who lets the hub wait loses it.
 */
@ApplicationModule(allowedDependencies = {})
package dev.sealpost.places;

import org.springframework.modulith.ApplicationModule;
