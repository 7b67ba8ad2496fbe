/** How values are handed to PostgreSQL. */
@ApplicationModule(allowedDependencies = {})
package dev.sealpost.database;

import org.springframework.modulith.ApplicationModule;
