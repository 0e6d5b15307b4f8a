CREATE INDEX customer_staff_since ON customer_staff (since);
