/** What a province or a commune changed of the rules, within limits: who is told of which step, on which channels, how urgently. */
@NullMarked
package vn.dondoc.notification.rulebook;

import org.jspecify.annotations.NullMarked;
