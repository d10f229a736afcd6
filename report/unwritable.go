package report

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"jianbao/report/diag"
)

// Unwritable says why an output cannot be written.
func Unwritable(err error) diag.Text {
	return diag.Say("输出写不进去：%s；上一次的输出原样保留", "the outputs cannot be written: %s; those of the last run are kept", WhyUnwritten(err))
}

// WhyUnwritten is the reason why a file cannot be written: in the package's own
// words what offices meet, else in the system's.
func WhyUnwritten(err error) diag.Text {
	system := strings.ReplaceAll(err.Error(), "\n", "; ") // joined errors are a line each
	why := diag.Say("%s", "%s", system)
	for _, known := range []struct {
		err error
		say diag.Text
	}{
		{syscall.ENOSPC, diag.Say("磁盘已满", "the disk is full")},
		{syscall.EDQUOT, diag.Say("磁盘限额已满", "the disk quota is used up")},
		{syscall.EFBIG, diag.Say("超过文件大小的限额", "it is over the limit of a file's size")},
		{syscall.EROFS, diag.Say("磁盘只读", "the disk is read-only")},
		{syscall.ENOTDIR, diag.Say("路径里有一段是文件，不是文件夹", "a part of the path is a file, not a folder")},
		{fs.ErrExist, diag.Say("那里有同名的文件夹", "a folder of that name stands there")},
		{syscall.ENOLCK, diag.Say("磁盘不能加锁（网络盘没有锁服务？），两次运行会混在一起：换一个输出文件夹",
			"the disk has no locks (a network disk without its lock service?), and two runs would mix: choose another output folder")},
		{fs.ErrPermission, diag.Say("没有写入权限", "writing is not permitted")},
	} {
		if errors.Is(err, known.err) {
			why = known.say
		}
	}
	var told diag.Text
	if errors.As(err, &told) {
		why = told
	}
	return why
}
