package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.platform.web.Folded;

/**
 * Whether the words of a target say that it is a share of a budget: a percentage below a hundred, money that is spent, and a budget it is
 * taken from. It proposes only; a person confirms.
 */
final class ShareWords {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern BUDGET = Pattern.compile("\\b(ngan sach|kinh phi|du toan|tong chi|tong muc chi)\\b");
    private static final Pattern SPENT = Pattern.compile("\\b(chi|bo tri|danh|phan bo|dau tu|su dung|trich|giai ngan|can doi)\\b");
    private static final Pattern AT_LEAST = Pattern.compile("\\b(it nhat|toi thieu|khong duoi|khong thap hon|khong it hon)\\b[^%]*%");
    private static final Pattern INCOME = Pattern.compile("\\bthu (ngan sach|thue)\\b");
    private static final Pattern PAID = Pattern.compile("\\b(giai ngan|da chi|thuc chi|quyet toan)\\b");
    private static final Pattern RESOLUTION = Pattern.compile("\\b(?:nghi quyet|nq)(?:\\s+so)?\\s*(\\d+)");

    private ShareWords() {}

    /** @param programme "NQ 57" where the words name one */
    record Proposal(ShareMoney money, @Nullable String programme) {}

    static Optional<Proposal> proposal(PlannedTarget target) {
        var words = Folded.fold(target.name());
        var percent = target.unit().contains("%") && target.value().signum() > 0 && target.value().compareTo(HUNDRED) < 0;
        var atLeast = target.operator().equals(">=") || AT_LEAST.matcher(words).find();
        if (!percent || !atLeast || !BUDGET.matcher(words).find() || !SPENT.matcher(words).find() || INCOME.matcher(words).find()) {
            return Optional.empty();
        }
        var resolution = RESOLUTION.matcher(words);
        return Optional.of(new Proposal(
                PAID.matcher(words).find() ? ShareMoney.DISBURSED : ShareMoney.PLANNED, resolution.find() ? "NQ " + resolution.group(1) : null));
    }
}
