/** What the whole does when its parts die, stop or lose their way: real processes, a seeded stream of commands, an oracle. */
@NullMarked
package vn.dondoc.acceptance.faults;

import org.jspecify.annotations.NullMarked;
