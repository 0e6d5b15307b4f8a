/** Pages for people: what a customer's phone and a staff member's task list show. */
@NullMarked
package dev.siyu.simulator.phone;

import org.jspecify.annotations.NullMarked;
