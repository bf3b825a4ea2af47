package vn.dondoc.reporting.consolidation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations.Proposal;

/** Asks the program that proposes texts, where there is one and it is switched on; what it cannot do never stops anybody. */
@Component
final class Proposing {

    private static final Logger LOG = LoggerFactory.getLogger(Proposing.class);
    private static final int LONGEST = 15_000;

    private final @Nullable Proposer proposer;

    Proposing(ObjectProvider<Proposer> proposers, @Value("${dondoc.consolidation.proposals:false}") boolean on) {
        this.proposer = on ? proposers.getIfAvailable() : null;
    }

    boolean isOff() {
        return proposer == null;
    }

    /** The sections with what is proposed now; none where nothing is. */
    List<Written> of(List<Written> before, Saying saying) {
        var asked = proposer;
        return asked == null ? List.of() : saying.sections().stream().filter(name -> !saying.in(name).isEmpty())
                .map(name -> before.stream().filter(one -> one.name().equals(name)).findFirst().orElseGet(() -> Written.none(name))
                        .proposed(proposal(asked, name, saying))).toList();
    }

    private static @Nullable Proposal proposal(Proposer asked, String name, Saying saying) {
        try {
            var text = asked.propose(name, saying.in(name)).strip();
            return text.isEmpty() ? null : new Proposal(text.length() > LONGEST ? text.substring(0, LONGEST) : text, asked.name());
        } catch (RuntimeException failed) {
            LOG.warn("No text was proposed for a section", failed);
            return null;
        }
    }
}
