package vn.dondoc.reporting.consolidation;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.dondoc.contracts.api.Consolidations.Proposal;
import vn.dondoc.contracts.api.Consolidations.Said;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.reporting.consolidation.Answers.answer;
import static vn.dondoc.reporting.consolidation.Answers.taken;

class ProposingTest {

    private final Saying saying = new Saying(List.of(taken("A", answer("Đã họp."))), List.of());

    @Test
    void nothingIsAskedUnlessItIsSwitchedOn() {
        assertThat(proposing("Máy viết", false).isOff()).isTrue();
        assertThat(proposing("Máy viết", false).of(List.of(), saying)).isEmpty();
        assertThat(new Proposing(new StaticListableBeanFactory().getBeanProvider(Proposer.class), true).isOff()).as("none is delivered").isTrue();
    }

    @Test
    void whatIsProposedNamesItsWriterAndStandsBesideTheDraft() {
        assertThat(proposing("Máy viết", true).of(List.of(), saying)).singleElement().satisfies(section -> {
            assertThat(section.name()).isEqualTo(Saying.RESULTS);
            assertThat(section.proposal()).isEqualTo(new Proposal("Máy viết", "Mô hình thử"));
            assertThat(section.text()).isNull();
        });
    }

    @Test
    void aProgramThatFailsStopsNobody() {
        assertThat(proposing(null, true).of(List.of(), saying)).singleElement().satisfies(section -> assertThat(section.proposal()).isNull());
    }

    private static Proposing proposing(String text, boolean on) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("proposer", new Proposer() {
            @Override
            public String name() {
                return "Mô hình thử";
            }

            @Override
            public String propose(String section, List<Said> said) {
                if (text == null) {
                    throw new IllegalStateException("away");
                }
                return text;
            }
        });
        return new Proposing(beans.getBeanProvider(Proposer.class), on);
    }
}
