package vn.dondoc.notification.urging;

import java.time.LocalDate;
import vn.dondoc.contracts.api.Urgings;

/** What the letter says, and who signs it. */
record Letter(String subject, String body, LocalDate answerBy, Urgings.Signing signing) {}
