/** Knows the customer groups (客户群): who is in them, the ways in, and what is said in them. */
@NullMarked
package dev.siyu.groups;

import org.jspecify.annotations.NullMarked;
