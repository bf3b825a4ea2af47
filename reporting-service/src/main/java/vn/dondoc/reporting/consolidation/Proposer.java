package vn.dondoc.reporting.consolidation;

import java.util.List;
import vn.dondoc.contracts.api.Consolidations.Said;

/**
 * A program that proposes a text for a section, such as a language model. None is delivered, and one that is there is asked only where the setting
 * {@code dondoc.consolidation.proposals} is on. What it writes is shown beside the draft and marked; it never stands in a document by itself.
 */
public interface Proposer {

    /** Shown with everything that it wrote. */
    String name();

    /** @return the text; empty where it has none */
    String propose(String section, List<Said> said);
}
