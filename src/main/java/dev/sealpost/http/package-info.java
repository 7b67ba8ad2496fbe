/**
 * What every HTTP client of the hub needs: bodies of bounded size, and how long a server asks to be left alone.
 */
@ApplicationModule(allowedDependencies = {})
package dev.sealpost.http;

import org.springframework.modulith.ApplicationModule;
