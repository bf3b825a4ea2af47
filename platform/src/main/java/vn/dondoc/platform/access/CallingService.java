package vn.dondoc.platform.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;

/**
 * A service that calls in its own name, not for a person.
 *
 * @param name notification, console, reporting, plan or task
 */
public record CallingService(String name) {

    static Optional<CallingService> ofSubject(@Nullable String subject) {
        return subject != null && subject.startsWith(PersonId.OF_SERVICES)
                ? Optional.of(new CallingService(subject.substring(PersonId.OF_SERVICES.length()))) : Optional.empty();
    }
}
