package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"jianbao/report/manifest"
)

// leastMemory is what a worker needs before any district: the faces.
const leastMemory int64 = 100e6

// parseSize reads 800MB or 2GB, in bytes.
func parseSize(s string) (int64, bool) {
	unit := int64(1e6)
	number, ok := strings.CutSuffix(strings.ToUpper(s), "MB")
	if !ok {
		unit = 1e9
		number, ok = strings.CutSuffix(strings.ToUpper(s), "GB")
	}
	n, err := strconv.ParseInt(number, 10, 32)
	return n * unit, ok && err == nil && n*unit >= leastMemory
}

// shard reads K/N, or /N, where K is one more than the index that Kubernetes gives
// to each pod of an indexed Job.
func shard(s string, env func(string) string) (manifest.Shard, error) {
	if s == "" {
		return manifest.Shard{}, nil
	}
	if of, ok := strings.CutPrefix(s, "/"); ok {
		const variable = "JOB_COMPLETION_INDEX"
		index, err := strconv.Atoi(env(variable))
		if err != nil {
			return manifest.Shard{}, usageError("--shard %[1]s 要有环境变量 %[2]s，现在是“%[3]s”", "--shard %[1]s wants the variable %[2]s, which is %[3]q", s, variable, env(variable))
		}
		if one, ok := manifest.ParseShard(strconv.Itoa(index+1) + "/" + of); ok {
			return one, nil
		}
		return manifest.Shard{}, usageError("%[2]s=%[3]d 超出 --shard %[1]s：应为 0 到 N−1", "%[2]s=%[3]d is not within --shard %[1]s: it wants 0 to N−1", s, variable, index)
	}
	one, ok := manifest.ParseShard(s)
	if !ok {
		return one, usageError("--shard 写作 K/N，如 2/8，不是 %[1]s", "--shard wants K/N, as in 2/8, not %[1]s", s)
	}
	return one, nil
}

// headOfProgram is the front of a program in which Go puts the digest of what it
// was built of. To read all of one takes longer than a small district.
const headOfProgram = 64 << 10

// identity is what tells this program from any that makes other bytes: the
// version, and where that was not released, a digest of the program.
func identity() (string, error) {
	v := version()
	if !strings.Contains(v, "devel") && !strings.Contains(v, "dirty") {
		return v, nil
	}
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintln(h, size)
	if _, err := io.Copy(h, io.NewSectionReader(f, 0, headOfProgram)); err != nil {
		return "", err
	}
	return v + " " + hex.EncodeToString(h.Sum(nil))[:12], nil
}
