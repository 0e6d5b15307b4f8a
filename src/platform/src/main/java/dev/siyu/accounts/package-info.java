/**
 * Knows the staff accounts (员工账号) that face customers: how old, how busy and how healthy they are,
 * and what they may still take today.
 */
@NullMarked
package dev.siyu.accounts;

import org.jspecify.annotations.NullMarked;
