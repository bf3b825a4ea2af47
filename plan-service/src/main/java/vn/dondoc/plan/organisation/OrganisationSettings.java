package vn.dondoc.plan.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the first directory gets in.
 *
 * @param setupToken opens the import while no province administrator is known (DONDOC_SETUP_TOKEN); at least 16 characters, or none
 */
@ConfigurationProperties("dondoc.organisation")
record OrganisationSettings(@Nullable String setupToken) {

    private static final int SHORTEST = 16;

    OrganisationSettings {
        if (setupToken != null && !setupToken.isEmpty() && setupToken.length() < SHORTEST) {
            throw new IllegalArgumentException("DONDOC_SETUP_TOKEN must have at least " + SHORTEST + " characters");
        }
    }
}
