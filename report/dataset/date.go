package dataset

import "fmt"

// Chinese prints the day as official documents do, in Arabic digits without
// leading zeros (GB/T 9704-2012, 7.3.5.1): 2021年8月27日. A zero Date is "".
func (d Date) Chinese() string {
	if d.Year == 0 {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

// String is the day in ISO 8601: 2021-08-27.
func (d Date) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
