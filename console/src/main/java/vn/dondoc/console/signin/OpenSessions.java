package vn.dondoc.console.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.PersonId;

/** The sessions that people have open, on whatever device and instance. */
@Component
public class OpenSessions {

    /**
     * One of them.
     *
     * @param present the one that asks
     */
    public record Open(Instant since, Instant lastUsed, boolean present) {}

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** The newest use first. */
    public List<Open> of(PersonId person, String presentId) {
        return sessions.findByPrincipalName(person.value()).values().stream()
                .map(session -> new Open(session.getCreationTime(), session.getLastAccessedTime(), session.getId().equals(presentId)))
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    /** Ends all of a person's sessions; whoever uses one of them is led to the sign-in page with the next click. */
    public int endAllOf(PersonId person) {
        var ids = sessions.findByPrincipalName(person.value()).keySet();
        ids.forEach(sessions::deleteById);
        LOG.info("{} sessions of {} were ended", ids.size(), person);
        return ids.size();
    }
}
