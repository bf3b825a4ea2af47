package vn.dondoc.notification.urging;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.ObligationKind;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** The words of a letter, from the bundle: told to where units are below the issuer, asked ("Đề nghị") where they are not. */
@Component
class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Locale LANGUAGE = ProblemConfiguration.VIETNAMESE;
    private static final Set<UnitKind> ASKED = Set.of(UnitKind.FRONT, UnitKind.PARTY, UnitKind.BUSINESS);

    private final MessageSource bundles;
    private final Directory directory;

    Wording(MessageSource bundles, Directory directory) {
        this.bundles = bundles;
        this.directory = directory;
    }

    /** Whether nobody gives it orders; associations stand beside the Front. */
    boolean isAsked(UnitId unit) {
        return directory.unit(unit).filter(known -> ASKED.contains(known.kind())).isPresent();
    }

    String subject() {
        return word("urging.subject");
    }

    /** Its paragraphs, one a line; where each addressee has an annex of its own, the text that all of them read names none. */
    String body(UnitId issuer, UnitId desk, List<Addressee> addressees, List<Item> items, LocalDate asOf, LocalDate answerBy) {
        var apart = Urging.isApart(directory.unit(issuer).map(UnitState::commune).orElse(null), addressees);
        var named = apart ? word("urging.all") : named(addressees);
        var tasks = items.stream().filter(item -> item.kind() == ObligationKind.TASK).count();
        var reports = items.size() - tasks;
        var late = Stream.of(tasks == 0 ? null : word("urging.tasks", tasks), reports == 0 ? null : word("urging.reports", reports))
                .filter(Objects::nonNull).collect(Collectors.joining(word("urging.and")));
        var told = addressees.stream().filter(one -> !one.asked()).toList();
        var asked = addressees.stream().filter(Addressee::asked).toList();
        var office = office(issuer);
        return Stream.of(
                        word(apart ? "urging.opening.apart" : "urging.opening", DAY.format(asOf), named, late),
                        told.isEmpty() ? null : word("urging.told", office, apart ? word("urging.all") : named(told)),
                        asked.isEmpty() ? null : word("urging.asked", office, apart ? word("urging.all.asked") : named(asked)),
                        word(told.isEmpty() ? "urging.answer.asked" : "urging.answer.told", directory.nameOf(desk), DAY.format(answerBy)))
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    /** As letters name whose they are: "Ủy ban nhân dân xã Thượng Thử". */
    String office(UnitId area) {
        var name = directory.nameOf(area);
        return word("urging.office", name.substring(0, 1).toLowerCase(LANGUAGE) + name.substring(1));
    }

    private String named(List<Addressee> addressees) {
        return addressees.stream().map(one -> directory.nameOf(one.unit())).collect(Collectors.joining(", "));
    }

    String word(String key, Object... arguments) {
        return Objects.requireNonNull(bundles.getMessage(key, arguments, LANGUAGE));
    }
}
